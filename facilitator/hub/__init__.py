"""eventlet's only room beside `wsgi.py`."""
