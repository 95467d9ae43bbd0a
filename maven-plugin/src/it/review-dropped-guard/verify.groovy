def log = new File(basedir, 'build.log').text
assert log.contains('fails the review')
assert log.contains('Till#sum: guard dropped')
