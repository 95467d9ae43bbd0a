def log = new File(basedir, 'build.log').text
assert log.contains('The lock contracts are as in')
