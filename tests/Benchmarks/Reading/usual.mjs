// What people run today: KS for numbers, chi-square for levels, in SQL. NODE_PATH or node_modules must hold @duckdb/node-api.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(process.cwd() + '/')('@duckdb/node-api');

const db = await (await DuckDBInstance.create(':memory:')).connect();
await db.run("create table rows as select 0 as side, * from read_csv('dev.csv') union all select 1 as side, * from read_csv('test.csv')");
const columns = (await db.runAndReadAll('describe rows')).getRows().filter(([name]) => name !== 'side');
const sizes = 'select count(*) filter (side = 0)::double as n, count(*) filter (side = 1)::double as m from rows';
for (const [name, type] of columns) {
  const sql = type === 'VARCHAR'
    ? `with s as (${sizes}), c as (select "${name}" as v, count(*) filter (side = 0)::double as a, count(*) filter (side = 1)::double as b from rows group by 1)
       select sum((a * m - b * n) ^ 2 / (n * m * (a + b))) from c, s`
    : `with s as (${sizes}), c as (select "${name}" as v, count(*) filter (side = 0) as a, count(*) filter (side = 1) as b from rows group by 1),
       f as (select sum(a) over (order by v) as a, sum(b) over (order by v) as b from c)
       select max(abs(a / n - b / m)) from f, s`;
  console.log(name, (await db.runAndReadAll(sql)).getRows()[0][0]);
}
