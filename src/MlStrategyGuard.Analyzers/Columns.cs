using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>The columns of a class that describes a row.</summary>
internal static class Columns
{
    /// <summary>The field or property behind a column, by its name or its ColumnName attribute; null when there is none.</summary>
    public static ISymbol? Find(INamedTypeSymbol? row, string column)
    {
        for (var type = row; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol && NameOf(member) == column)
                    return member;
            }
        }

        return null;
    }

    /// <summary>The names of a row's columns, its base classes' last.</summary>
    public static IEnumerable<string> NamesOf(INamedTypeSymbol row)
    {
        for (var type = row; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { AssociatedSymbol: null, IsStatic: false } or IPropertySymbol { IsStatic: false, IsIndexer: false })
                    yield return NameOf(member);
            }
        }
    }

    /// <summary>Whether two names are the same but for their spelling: <c>IsCat</c> and <c>is_cat</c>.</summary>
    public static bool Alike(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>The type of a column; null when it isn't known.</summary>
    public static ITypeSymbol? TypeOf(INamedTypeSymbol? row, string column) => Find(row, column) switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>The links of chains that data went through, as far as they are known.</summary>
    public static IEnumerable<EstimatorPart> LinksOf(Data data, Trace trace) =>
        data.Through.SelectMany(part => trace.At<FitEvent>(part.Fit)?.Estimator?.Parts ?? Sequence<EstimatorPart>.Empty);

    private static string NameOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ColumnNameAttribute" && attribute.ConstructorArguments.FirstOrDefault().Value is string name)
                return name;
        }

        return member.Name;
    }
}
