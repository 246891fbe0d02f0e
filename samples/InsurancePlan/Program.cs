using System.Globalization;

// Does the insurance plan have a deductible of its own? Two models are fitted on train, and their predictions written for
// the guard, which compares them on dev. Run it in this folder: dotnet run
var people = Person.Read("../HealthSurvey/data/randhie.csv");
var train = people.Where(person => person.Split == "train").ToList();
var logistic = new LogisticRegression(train);
var tree = new DecisionTree(train);

Directory.CreateDirectory("runs");
foreach (var split in new[] { "train", "dev" })
{
    Write("logistic", split, logistic.Probability);
    Write("tree", split, tree.Probability);
}

void Write(string model, string split, Func<Person, double> probability) => File.WriteAllText(
    $"runs/{model}-{split}.csv",
    "label,prediction,score\n" + string.Concat(people.Where(person => person.Split == split).Select(person =>
    {
        var score = probability(person);
        return string.Create(CultureInfo.InvariantCulture, $"{person.HasDeductible},{(score >= 0.5 ? 1 : 0)},{score:0.0000}\n");
    })));
