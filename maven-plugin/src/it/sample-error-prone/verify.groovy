def expected = []
new File(basedir, 'sample/src').eachFileRecurse(groovy.io.FileType.FILES) { file ->
  file.eachLine { line, number ->
    (line =~ /expect: (\w+)/).each { expected << "${file.name}:${number} ${it[1]}".toString() }
  }
}
def found = []
new File(basedir, 'build.log').eachLine { line ->
  (line =~ /(\w+\.java):\[(\d+),\d+\] \[(\w+)\]/).each { found << "${it[1]}:${it[2]} ${it[3]}".toString() }
}
assert expected
assert found.unique().sort() == expected.sort()
