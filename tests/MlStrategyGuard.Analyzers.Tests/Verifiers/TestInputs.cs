using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>What a test's compilation has besides its source.</summary>
internal sealed record TestInputs
{
    public static TestInputs Default { get; } = new();

    /// <summary>Additional files by path, such as ("/project/mlstrategy.yaml", "version: 1").</summary>
    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Lines of a .globalconfig: build_property.X, dotnet_diagnostic.X.severity, or keys of our own.</summary>
    public ImmutableArray<(string Key, string Value)> GlobalOptions { get; init; } = [];

    /// <summary>False: a project without ML.NET and TorchSharp.</summary>
    public bool ReferenceLibraries { get; init; } = true;

    /// <summary>The additional files, for a compilation without a workspace.</summary>
    public AnalyzerOptions ToOptions() => new([.. AdditionalFiles.Select(file => new InMemory(file.Path, file.Text))]);

    private sealed class InMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
