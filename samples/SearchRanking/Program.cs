using System.Globalization;
using System.Text;

// Writes what three made-up rankers say of 300 made-up queries with six documents each: label is how well a document answers
// the query (0 to 2), score what the ranker thinks. Run it in this folder: dotnet run
var random = new Random(3);
var rankers = new (string Name, double Noise)[] { ("keywords", 1.6), ("clicks", 1.0), ("cross-encoder", 0.7) };
var texts = rankers.Select(_ => new StringBuilder("query,label,score\n")).ToList();
var documents = new StringBuilder("query,length,age_days,relevance\n");
for (var query = 1; query <= 300; query++)
{
    for (var document = 0; document < 6; document++)
    {
        var relevance = document == 0 ? 2 : random.NextDouble() < 0.3 ? 1 : 0;
        documents.Append(CultureInfo.InvariantCulture, $"q{query},{100 + random.Next(900)},{random.Next(2000)},{relevance}\n");
        for (var ranker = 0; ranker < rankers.Length; ranker++)
            texts[ranker].Append(CultureInfo.InvariantCulture, $"q{query},{relevance},{relevance + rankers[ranker].Noise * Normal():0.000}\n");
    }
}

Directory.CreateDirectory("data");
File.WriteAllText("data/dev.csv", documents.ToString());
Directory.CreateDirectory("runs");
for (var ranker = 0; ranker < rankers.Length; ranker++)
    File.WriteAllText($"runs/{rankers[ranker].Name}.csv", texts[ranker].ToString());

double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
