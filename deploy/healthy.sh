#!/bin/sh
# Is the site in this box alive? Answers by its exit code.
exec python -c "
import os, urllib.request
urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('PORT', '8000') + '/healthz', timeout=4)
"
