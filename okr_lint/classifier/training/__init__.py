"""Training and evaluation with scikit-learn (extra ``train``); nothing here is imported at run time."""
