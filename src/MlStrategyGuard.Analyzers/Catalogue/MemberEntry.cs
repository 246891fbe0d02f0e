using System.Collections.Immutable;

namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>What a catalogue says of one member.</summary>
internal sealed class MemberEntry
{
    private readonly ImmutableDictionary<string, string> _words;

    public MemberEntry(Effect effect, ImmutableDictionary<string, string> words)
    {
        Effect = effect;
        _words = words;
    }

    /// <summary>What the member does.</summary>
    public Effect Effect { get; }

    /// <summary>The parameter in a role; null when the entry names none.</summary>
    public string? Parameter(string role) => _words.TryGetValue(role, out var name) ? name : null;

    /// <summary>Whether the entry has a flag, such as <c>some</c>.</summary>
    public bool Is(string flag) => _words.ContainsKey(flag);
}
