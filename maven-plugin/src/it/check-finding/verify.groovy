def log = new File(basedir, 'build.log').text
assert log.contains('src/main/java/shop/Till.java:10:5: error: [UnguardedAccess]')
assert log.contains('Holdfast: 1 finding;')
