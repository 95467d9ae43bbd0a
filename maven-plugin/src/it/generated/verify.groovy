def log = new File(basedir, 'build.log').text
assert log.contains('run this goal together with the phase compile')
assert log.contains('Holdfast: 0 findings in 2 bodies')
