"""Requests, answers and the OpenAPI document, as pydantic models."""
