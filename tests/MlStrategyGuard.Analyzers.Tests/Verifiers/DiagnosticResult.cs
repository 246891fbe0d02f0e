using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>An expected diagnostic: an id, places named in the markup, and what its message says.</summary>
internal sealed record DiagnosticResult(string Id, DiagnosticDescriptor? Descriptor = null)
{
    /// <summary>Keys of <c>{|#0:x|}</c> marks: the first is the location, the others the additional ones in order.</summary>
    public ImmutableArray<int> Locations { get; init; } = [];

    /// <summary>The whole message, or null when any will do.</summary>
    public string? Message { get; init; }

    public DiagnosticResult WithLocation(int markupKey) => this with { Locations = Locations.Add(markupKey) };

    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    public DiagnosticResult WithArguments(params object[] arguments)
    {
        if (Descriptor is null)
            throw new InvalidOperationException($"The analyzer has no {Id}, so its message is unknown: use WithMessage.");
        var format = Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        return WithMessage(string.Format(CultureInfo.InvariantCulture, format, arguments));
    }
}
