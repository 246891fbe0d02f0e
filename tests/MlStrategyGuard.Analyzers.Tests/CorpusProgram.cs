using System.Text.RegularExpressions;
using MlStrategyGuard.Analyzers.Tests.Verifiers;

namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>A whole program of the corpus, with what must be found in it.</summary>
internal sealed record CorpusProgram(string Name, string Source, TestInputs Inputs)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The marked lines and their rules: "12 MLS5001", in order.</summary>
    public IReadOnlyList<string> Expected =>
    [
        .. Source.Split('\n').SelectMany((line, index) =>
            Regex.Match(line, "// expect: ([MLS0-9, ]+)") is { Success: true } mark
                ? mark.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal).Select(id => $"{index + 1} {id}")
                : [])
    ];

    public static CorpusProgram Read(string name)
    {
        var strategy = Path.Combine(Folder, name + ".yaml");
        var inputs = File.Exists(strategy)
            ? new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", File.ReadAllText(strategy))] }
            : TestInputs.Default;
        return new CorpusProgram(name, File.ReadAllText(Path.Combine(Folder, name + ".cs")), inputs);
    }

    public static string ReadText(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>What is found, as <see cref="Expected"/> writes it; compiler errors too.</summary>
    public async Task<IReadOnlyList<string>> FoundAsync()
    {
        var found = await TestProject.DiagnoseAsync(TestProject.Create(Source, Inputs), new TrainingCodeAnalyzer());
        return
        [
            .. found.Select(diagnostic => (Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Id))
                .OrderBy(one => one.Line).ThenBy(one => one.Id, StringComparer.Ordinal).Select(one => $"{one.Line} {one.Id}")
        ];
    }
}
