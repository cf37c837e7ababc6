"""Shapes of OKR tools with invented content -> what must be understood."""

from __future__ import annotations

from typing import Any

# name -> (JSON value, [(objective, [key results])])
SHAPES: dict[str, tuple[Any, list[tuple[str, list[str]]]]] = {
    "ids and metric keys": (
        {
            "scope": "clinic",
            "objectives": [
                {
                    "objective_id": "o-1",
                    "objective": "Patients get seen on time",
                    "owner_id": "u7",
                    "key_results": [
                        {
                            "kr_id": "k-1",
                            "description": "Median wait under 15 minutes",
                            "owner_id": "u8",
                            "metric_key": "wait_p50",
                            "baseline": 31,
                            "target": 15,
                            "confidence": 0.6,
                            "current": 29,
                        }
                    ],
                }
            ],
        },
        [("Patients get seen on time", ["Median wait under 15 minutes"])],
    ),
    "okr_sets": (
        {
            "okr_sets": [
                {
                    "objective": "Bread worth the queue",
                    "key_results": [
                        {"description": "Returns under 1%", "metric": "returns", "target_value": 1, "current_value": 3}
                    ],
                },
                {"objective": "Ovens that last", "key_results": []},
            ]
        },
        [("Bread worth the queue", ["Returns under 1%"]), ("Ovens that last", [])],
    ),
    "bare list": (
        [
            {
                "objective": "Readers come back",
                "key_results": ["40% borrow twice", "2 new branches"],
                "type": "team",
                "owner": "Ida",
                "quarter": "Q3",
            }
        ],
        [("Readers come back", ["40% borrow twice", "2 new branches"])],
    ),
    "metric instead of a sentence": (
        {
            "objective": "Trams people trust",
            "description": "Delays cost us riders.",
            "period": "2026-Q1",
            "owner": "Bo",
            "keyResults": [
                {
                    "metric": "On-time departures",
                    "startValue": 81,
                    "targetValue": 95,
                    "currentValue": 84,
                    "unit": "%",
                    "progress": 21,
                }
            ],
        },
        [("Trams people trust", ["On-time departures"])],
    ),
    "title, weight, type": (
        {
            "goals": [
                {
                    "title": "Farm shop pays for itself",
                    "weight": 60,
                    "keyResults": [
                        {
                            "title": "Weekly takings",
                            "weight": 50,
                            "type": "INCREASING",
                            "minValue": 900,
                            "targetValue": 2500,
                            "maxValue": 4000,
                        }
                    ],
                }
            ]
        },
        [("Farm shop pays for itself", ["Weekly takings"])],
    ),
    "name as heading, description as sentence": (
        {
            "objectives": [
                {
                    "name": "Clean rivers start here",
                    "tags": ["water"],
                    "results": [
                        {
                            "name": "Volunteers",
                            "description": "300 volunteers joined at least one clean-up",
                            "score": "0.0",
                        }
                    ],
                }
            ]
        },
        [("Clean rivers start here", ["300 volunteers joined at least one clean-up"])],
    ),
    "titles": (
        {
            "objectives": [
                {"title": "Choir sings for the whole town", "krs": [{"title": "4 sold-out concerts", "end": 4}]}
            ]
        },
        [("Choir sings for the whole town", ["4 sold-out concerts"])],
    ),
    "period and O, KR": (
        {
            "Data": [
                {
                    "Period": "202601-202603",
                    "OKR": [
                        {
                            "O": "让社区食堂坐满人",
                            "KR": ["日均就餐 260 人", "剩菜率低于 5%"],
                            "核心工作": ["试做三款新菜"],
                        }
                    ],
                },
                {"Period": "202604-202606", "OKR": [{"O": "老人吃得放心", "KR": []}]},
            ]
        },
        [("让社区食堂坐满人", ["日均就餐 260 人", "剩菜率低于 5%"]), ("老人吃得放心", [])],
    ),
    "chinese keys": (
        {
            "周期": "2026年第二季度",
            "目标列表": [
                {
                    "目标名称": "图书馆成为周末去处",
                    "对齐目标": "O-公司-1",
                    "信心指数": 7,
                    "参与人": ["甲", "乙"],
                    "关键结果": [
                        {
                            "描述": "周末到馆 1200 人次",
                            "权重": 60,
                            "类型": "指标",
                            "起始值": 700,
                            "目标值": 1200,
                            "单位": "人次",
                            "负责人": "小方",
                        },
                        "亲子活动复购率 45%",
                    ],
                }
            ],
        },
        [("图书馆成为周末去处", ["周末到馆 1200 人次", "亲子活动复购率 45%"])],
    ),
    "labels as keys": (
        {
            "O1": "Night bus for every shift",
            "KR1": "Line 9 runs until 2",
            "KR2": "80 riders a night",
            "O2": {
                "title": "Quiet depots",
                "KRs": {"KR1": "Noise under 50 dB", "KR2": {"text": "No complaints for 30 days"}},
            },
        },
        [
            ("Night bus for every shift", ["Line 9 runs until 2", "80 riders a night"]),
            ("Quiet depots", ["Noise under 50 dB", "No complaints for 30 days"]),
        ],
    ),
    "one pair each": (
        [{"目标一": "新人一周能独当一面", "关键结果": [{"KR1": "首单时间 5 天"}, {"KR2": "导师评分 4.5"}]}],
        [("新人一周能独当一面", ["首单时间 5 天", "导师评分 4.5"])],
    ),
    "flat rows": (
        [
            {"Objective": "A calm front desk", "Key Result": "Calls answered in 20 s", "Owner": "Eve"},
            {"Objective": "A calm front desk", "Key Result": "Two complaints a month", "Owner": "Tom"},
            {"Objective": "Fair rota", "Key Result": "No double shifts"},
        ],
        [
            ("A calm front desk", ["Calls answered in 20 s", "Two complaints a month"]),
            ("Fair rota", ["No double shifts"]),
        ],
    ),
    "objective as an object": (
        {
            "okrs": [
                {"objective": {"id": "O4", "title": "Guests feel at home"}, "key_results": [{"title": "Rating 9.2"}]}
            ]
        },
        [("Guests feel at home", ["Rating 9.2"])],
    ),
    "teams and cycles as containers": (
        {
            "company": "Mill",
            "teams": [
                {
                    "name": "Dye",
                    "2026-Q3": {
                        "objectives": [{"title": "Colours that stay", "key_results": ["Fading claims halved"]}]
                    },
                },
                {"name": "Loom", "objectives": ["Looms that never wait"]},
            ],
        },
        [("Colours that stay", ["Fading claims halved"]), ("Looms that never wait", [])],
    ),
    "children": (
        {
            "objectives": [
                {
                    "id": "C1",
                    "title": "Feed the valley",
                    "key_results": ["900 boxes a week"],
                    "children": [{"title": "Vans that start", "key_results": ["No missed round"]}],
                }
            ]
        },
        [("Feed the valley", ["900 boxes a week"]), ("Vans that start", ["No missed round"])],
    ),
    "envelope of results": (
        {"status": "ok", "results": [{"title": "Shorter forms", "key_results": [{"name": "Fields per form: 9"}]}]},
        [("Shorter forms", ["Fields per form: 9"])],
    ),
    "nothing of the kind": ({"name": "x", "version": 3, "dependencies": {"a": "1"}, "list": ["b", 2, None]}, []),
}
SHAPES |= {
    "numbered lists": (
        {
            "objective1": "Tools nobody waits for",
            "keyResults1": ["Builds under 4 min", "No red mornings"],
            "objective2": "X",
        },
        [("Tools nobody waits for", ["Builds under 4 min", "No red mornings"]), ("X", [])],
    ),
    "typed rows with parents": (
        [
            {"id": "1", "type": "Objective", "title": "Fruit without plastic"},
            {"id": "2", "type": "Objective", "title": "Growers paid in time"},
            {"id": "3", "type": "Key Result", "title": "80% loose fruit", "parentId": "1"},
            {"id": "4", "type": "Task", "title": "Order crates", "parentId": "1"},
            {"id": "5", "type": "key_result", "title": "Paid in 7 days"},
        ],
        [("Fruit without plastic", ["80% loose fruit"]), ("Growers paid in time", ["Paid in 7 days"])],
    ),
    "sentence under the name of its kind": (
        {
            "okrs": [
                {
                    "o": "Safer crossings",
                    "krs": [{"kr": "Near misses halved", "owner": "Jo"}, {"keyResult": "12 new lights"}],
                }
            ]
        },
        [("Safer crossings", ["Near misses halved", "12 new lights"])],
    ),
}
