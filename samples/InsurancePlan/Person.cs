using System.Globalization;

/// <summary>A person of the survey: what is known, and whether the plan has a deductible of its own.</summary>
internal sealed record Person(string Split, double[] Features, int HasDeductible)
{
    private static readonly string[] Known = ["mdvis", "lncoins", "lpi", "fmde", "physlm", "disea", "hlthg", "hlthf", "hlthp"];

    public static List<Person> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var columns = Array.ConvertAll(Known, name => Array.IndexOf(header, name));
        var (label, split) = (Array.IndexOf(header, "idp"), Array.IndexOf(header, "split"));
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => new Person(
            fields[split],
            Array.ConvertAll(columns, column => double.Parse(fields[column], CultureInfo.InvariantCulture)),
            fields[label] == "1" ? 1 : 0))];
    }
}
