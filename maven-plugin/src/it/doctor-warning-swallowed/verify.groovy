def log = new File(basedir, 'build.log').text
assert log.contains('showWarnings of maven-compiler-plugin is false')
