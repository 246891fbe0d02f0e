using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5012: rows of a database query without an order of its own are split by their place. A query of one table is said
/// softly: many engines read it in the order of its key.
/// </summary>
internal sealed class MLS5012 : CodeRule
{
    private static readonly Regex Random = new(@"\bTABLESAMPLE\b|\bORDER\s+BY\s+(NEWID|RAND|RANDOM|DBMS_RANDOM)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Ordered = new(@"\bORDER\s+BY\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Select = new(@"^\s*(SELECT|WITH)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Mixed = new(@"\b(JOIN|UNION|GROUP\s+BY|DISTINCT)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public MLS5012()
        : base(
            "MLS5012",
            "`{0}` deals out rows by their place, but the query at line {1} {2}: which rows are held out changes from one reading to the next. "
                + "Order by a key, or pass a sampling key.",
            "A split by place is the same one only as long as rows come in the same order. A query without one may give any.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is not { Key: Nothing, Split.Input.Rows.Root: LoadedRows loaded }
                || context.Trace.At<LoadEvent>(loaded.Site) is not { Query: { } query, QueryPlace: { } place } || !Select.IsMatch(query)
                || context.ScoreOf(split.Split) is null)
            {
                continue;
            }

            var isRandom = Random.IsMatch(query);
            if (!isRandom && (Ordered.IsMatch(query) || split.Split.Input.OrderedBy is not null))
                continue;
            var where = CodeContext.PlaceOf(split.Site);
            context.Report(
                where,
                [place.GetLocation()],
                null,
                isRandom || Mixed.IsMatch(query) ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
                CodeContext.NameOf(split.Site),
                CodeContext.Line(place, where.Node),
                isRandom ? "draws them at random" : "has no ORDER BY");
        }
    }
}
