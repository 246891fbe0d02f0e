namespace MlStrategyGuard.Reading;

/// <summary>The knobs that a file may name: its own and those of the catalogue.</summary>
/// <param name="own">The file's own that could be read.</param>
/// <param name="declared">The names of the file's own, readable or not.</param>
internal sealed class KnownKnobs(IReadOnlyList<Knob> own, IEnumerable<string> declared)
{
    private static readonly string[] Catalogue = [.. KnobCatalogue.All.Select(knob => knob.Name)];

    private readonly HashSet<string> usable = new(own.Select(knob => knob.Name).Concat(Catalogue), StringComparer.Ordinal);
    private readonly HashSet<string> named = new(declared.Concat(Catalogue), StringComparer.Ordinal);

    /// <summary>The file's own that could be read, in file order.</summary>
    public IReadOnlyList<Knob> Own => own;

    /// <summary>All names, for suggestions; the catalogue's first.</summary>
    public IEnumerable<string> Names => Catalogue.Concat(Own.Select(knob => knob.Name));

    /// <summary>Whether the file or the catalogue has a knob of that name.</summary>
    public bool IsNamed(string name) => named.Contains(name);

    /// <summary>Whether its stages are known, too.</summary>
    public bool IsUsable(string name) => usable.Contains(name);
}
