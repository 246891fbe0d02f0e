using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>
/// What the members of the libraries do, read from text files: one line a member or type.
/// <code>
/// assembly Microsoft.ML                       the lines that follow are about this assembly and Microsoft.ML.*
/// member Some.Type.Method effect role=parameter flag
/// type Some.Type`1 kind
/// # a comment
/// </code>
/// Effects are those of <see cref="Effect"/>; kinds those of <see cref="ValueKind"/> and <see cref="Learning"/>.
/// A line about a type also holds for what derives from it or implements it; the nearest line wins.
/// </summary>
internal sealed class MemberCatalogue
{
    private readonly Dictionary<string, List<(string? Assembly, MemberEntry Entry)>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string? Assembly, string Kind)>> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, MemberEntry?> _memberCache = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ValueKind> _valueCache = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Learning> _learningCache = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, string> _spaceCache = new(SymbolEqualityComparer.Default);

    private MemberCatalogue()
    {
    }

    /// <summary>The built-in catalogues and the user's own, for one compilation.</summary>
    /// <param name="own">The texts of the user's catalogues. Lines that can't be read are left out.</param>
    public static MemberCatalogue Read(IEnumerable<string> own)
    {
        var catalogue = new MemberCatalogue();
        foreach (var text in own)
            catalogue.Add(text);
        foreach (var text in BuiltIn.Texts)
            catalogue.Add(text);
        return catalogue;
    }

    /// <summary>What the member does; null when no catalogue knows it.</summary>
    public MemberEntry? Find(ISymbol member)
    {
        var definition = (member as IMethodSymbol)?.ReducedFrom ?? member.OriginalDefinition;
        return _memberCache.TryGetValue(definition, out var known) ? known : _memberCache.GetOrAdd(definition, Look);
    }

    /// <summary>What values of this type are.</summary>
    public ValueKind KindOf(ITypeSymbol? type) =>
        type is null ? ValueKind.None
        : _valueCache.TryGetValue(type.OriginalDefinition, out var known) ? known
        : _valueCache.GetOrAdd(type.OriginalDefinition, LookForValue);

    /// <summary>What an estimator of this type learns.</summary>
    public Learning LearningOf(ITypeSymbol? type) =>
        type is null ? Learning.Unknown : _learningCache.GetOrAdd(type.OriginalDefinition, LookForLearning);

    /// <summary>The name of a namespace, from the outermost one on.</summary>
    public string NameOf(INamespaceSymbol space) =>
        _spaceCache.TryGetValue(space, out var known) ? known : _spaceCache.GetOrAdd(space, one => one.ToDisplayString());

    /// <summary>The name by which catalogues know a type.</summary>
    public string NameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return NameOf(outer) + "+" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? NameOf(space) + "." + type.MetadataName
            : type.MetadataName;
    }

    private void Add(string text)
    {
        string? assembly = null;
        foreach (var line in text.Split('\n'))
        {
            var comment = line.IndexOf('#');
            var words = (comment < 0 ? line : line.Substring(0, comment))
                .Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2 && words[0] == "assembly")
                assembly = words[1];
            else if (words.Length == 3 && words[0] == "type")
                At(_types, words[1]).Add((assembly, words[2].Replace("-", "")));
            else if (words.Length >= 3 && words[0] == "member" && Enum.TryParse<Effect>(words[2].Replace("-", ""), true, out var effect))
                At(_members, words[1]).Add((assembly, new MemberEntry(effect, Roles(words.Skip(3)))));
        }
    }

    private static ImmutableDictionary<string, string> Roles(IEnumerable<string> words)
    {
        var roles = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var sign = word.IndexOf('=');
            roles[sign < 0 ? word : word.Substring(0, sign)] = sign < 0 ? "" : word.Substring(sign + 1);
        }

        return roles.ToImmutable();
    }

    private MemberEntry? Look(ISymbol member)
    {
        foreach (var type in Family(member.ContainingType))
        {
            if (_members.TryGetValue(NameOf(type) + "." + member.Name, out var entries))
            {
                foreach (var (assembly, entry) in entries)
                {
                    if (IsFrom(type, assembly))
                        return entry;
                }
            }
        }

        return null;
    }

    private ValueKind LookForValue(ISymbol type)
    {
        foreach (var kind in KindsOf(type))
        {
            if (Enum.TryParse<ValueKind>(kind, ignoreCase: true, out var value))
                return value;
        }

        return ValueKind.None;
    }

    private Learning LookForLearning(ISymbol type)
    {
        foreach (var kind in KindsOf(type))
        {
            if (Enum.TryParse<Learning>(kind, ignoreCase: true, out var learning))
                return learning;
        }

        return Learning.Unknown;
    }

    /// <summary>What the lines about a type and its relatives say, the nearest first.</summary>
    private IEnumerable<string> KindsOf(ISymbol type)
    {
        foreach (var relative in Family(type as INamedTypeSymbol))
        {
            if (_types.TryGetValue(NameOf(relative), out var entries))
            {
                foreach (var (assembly, kind) in entries)
                {
                    if (IsFrom(relative, assembly))
                        yield return kind;
                }
            }
        }
    }

    /// <summary>The type, its bases from the nearest one on, and its interfaces.</summary>
    private static IEnumerable<INamedTypeSymbol> Family(INamedTypeSymbol? type)
    {
        for (var known = type; known is not null; known = known.BaseType)
            yield return known.OriginalDefinition;
        foreach (var implemented in type?.AllInterfaces ?? ImmutableArray<INamedTypeSymbol>.Empty)
            yield return implemented.OriginalDefinition;
    }

    private static bool IsFrom(INamedTypeSymbol type, string? assembly)
    {
        if (assembly is null)
            return true;
        var name = type.ContainingAssembly?.Name ?? "";
        return name == assembly || name.StartsWith(assembly + ".", StringComparison.Ordinal);
    }

    private static List<T> At<T>(Dictionary<string, List<T>> table, string key)
    {
        if (!table.TryGetValue(key, out var list))
            table.Add(key, list = []);
        return list;
    }
}
