def log = new File(basedir, 'build.log').text
assert log.contains('--add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED')
