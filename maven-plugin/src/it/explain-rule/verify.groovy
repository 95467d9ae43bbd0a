def log = new File(basedir, 'build.log').text
assert log.contains('A guarded field is read or written without its guard')
