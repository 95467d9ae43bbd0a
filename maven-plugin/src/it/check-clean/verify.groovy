def log = new File(basedir, 'build.log').text
assert log.contains('Holdfast: 0 findings in')
