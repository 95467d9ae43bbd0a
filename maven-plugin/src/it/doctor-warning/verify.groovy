def log = new File(basedir, 'build.log').text
assert log.contains('The planted violation was reported as a warning')
