def log = new File(basedir, 'build.log').text
assert log.contains('unknown rule \'NoRule\'; known are LockNotHeld')
