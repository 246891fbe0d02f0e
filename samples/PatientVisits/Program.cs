using System.Globalization;
using System.Text;

// Writes data/visits.csv: made-up visits of made-up patients, each with a level of their own. The column by_visit deals the
// visits to the splits, by_patient the patients. Run it in this folder: dotnet run
var random = new Random(11);
var text = new StringBuilder("patient,age,weight_kg,systolic,glucose,readmitted,by_visit,by_patient\n");
for (var patient = 1; patient <= 500; patient++)
{
    var age = random.Next(30, 85);
    var weight = 55 + 40 * random.NextDouble();
    var pressure = 115 + 0.25 * age + 10 * Normal();
    var sugar = 90 + 12 * Normal();
    var fold = Split();
    var visits = random.Next(1, 6);
    for (var visit = 0; visit < visits; visit++)
    {
        var readmitted = random.NextDouble() < 1 / (1 + Math.Exp(-(pressure - 140) / 10)) ? 1 : 0;
        text.Append(CultureInfo.InvariantCulture,
            $"P{patient:0000},{age},{weight + Normal():0.0},{pressure + 4 * Normal():0},{sugar + 5 * Normal():0},{readmitted},{Split()},{fold}\n");
    }
}

Directory.CreateDirectory("data");
File.WriteAllText("data/visits.csv", text.ToString());

string Split() => random.NextDouble() switch { < 0.6 => "train", < 0.8 => "dev", _ => "test" };

double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
