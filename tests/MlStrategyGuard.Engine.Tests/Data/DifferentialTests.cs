using System.Text;
using CsvHelper;
using Xunit;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Random valid files, read by this reader and by CsvHelper.</summary>
public sealed class DifferentialTests
{
    private static readonly string[] Pieces =
        ["a", "0", "1.5", "-7e3", " ", "é", "名", "😀", "x y", "longer text that crosses a window of sixty-four bytes "];

    private static readonly string[] Specials = [",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r"];

    [Fact]
    public void Random_files_give_the_same_fields_as_CsvHelper()
    {
        var random = new Random(20240607);
        for (var i = 0; i < 1500; i++)
        {
            var delimiter = ",;\t|"[random.Next(4)];
            var (text, written) = RandomFile(random, delimiter);
            var expected = ReadWithCsvHelper(text, delimiter);
            Assert.Equal(written, expected);

            var bytes = Encoding.UTF8.GetBytes(text);
            foreach (var blockSize in new[] { 1 + random.Next(16), 16, 17 + random.Next(200), 64 * 1024 })
            {
                var name = delimiter == '\t' ? "f.tsv" : "f.csv";
                var reader = Csv.Open(bytes, name, blockSize);
                var found = Csv.All(reader);
                Assert.Equal(expected, found);
                Assert.Equal(expected.Count - 1, reader.Row);
            }
        }
    }

    private static (string Text, List<string[]> Records) RandomFile(Random random, char delimiter)
    {
        // With two columns or more the header contains the delimiter, so that it is found.
        var columns = 2 + random.Next(random.Next(10) == 0 ? 100 : 8);
        var lineEnds = random.Next(4) switch
        {
            0 => ["\n"],
            1 => ["\r\n"],
            2 => ["\r"],
            _ => new[] { "\n", "\r\n", "\r" },
        };
        var text = new StringBuilder();
        var records = new List<string[]> { Enumerable.Range(1, columns).Select(i => $"c{i}").ToArray() };
        text.AppendJoin(delimiter, records[0]);

        for (var rows = random.Next(12); rows > 0; rows--)
        {
            // After a lone CR an empty LF line would be a CRLF: no matter, both only end the line.
            for (var blank = random.Next(6) == 0 ? 3 : 1; blank > 0; blank--)
                text.Append(lineEnds[random.Next(lineEnds.Length)]);
            var record = new string[columns];
            for (var i = 0; i < columns; i++)
            {
                record[i] = RandomValue(random);
                var mustQuote = record[i].IndexOfAny([delimiter, '"', '\n', '\r']) >= 0;
                text.Append(i > 0 ? delimiter.ToString() : "");
                text.Append(mustQuote || random.Next(5) == 0
                    ? '"' + record[i].Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
                    : record[i]);
            }
            records.Add(record);
        }
        if (random.Next(2) == 0)
            text.Append(lineEnds[random.Next(lineEnds.Length)]);
        return (text.ToString(), records);
    }

    private static string RandomValue(Random random)
    {
        var value = new StringBuilder();
        for (var i = random.Next(4); i > 0; i--)
        {
            var pieces = random.Next(4) == 0 ? Specials : Pieces;
            value.Append(pieces[random.Next(pieces.Length)]);
        }
        return value.ToString();
    }

    private static List<string[]> ReadWithCsvHelper(string text, char delimiter)
    {
        var options = new CsvReaderOptions { Separator = delimiter, HasHeader = false };
        using var reader = CsvReader.FromText(text, options);
        var records = new List<string[]>();
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return records;
    }
}
