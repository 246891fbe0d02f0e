using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Label errors are systematic: they depend on a class or on a column.</summary>
internal static class MLS3204
{
    private const double Sure = 0.01;

    /// <summary>A level with fewer rows could be somebody's name.</summary>
    private const long FrequentEnough = 10;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Labels?.Audit is not { } audit || evidence.AuditedLabels is not { } labels)
            yield break;

        // A column that goes with the class would say the same again: the surest one speaks.
        if (labels.Patterns.FirstOrDefault(pattern => pattern.P < Sure) is not { } found)
            yield break;
        var level = found.Rows >= FrequentEnough ? $"'{Texts.Shorten(found.Column)}' = {Texts.Shorten(found.Level)}" : $"one level of '{Texts.Shorten(found.Column)}'";
        yield return (Finding.Of(nameof(MLS3204), audit.File?.Span ?? audit.Span,
            $"label errors are systematic: of the {Show.Count(found.Rows)} audited rows with {level} {Show.Percent((double)found.Wrong / found.Rows)} are mislabeled, "
            + $"of the {Show.Count(found.OtherRows)} others {Show.Percent(found.OtherRows == 0 ? 0 : (double)found.OtherWrong / found.OtherRows)} (p {(found.P < 0.001 ? "< 0.001" : "= " + Show.Plain(Math.Round(found.P, 3)))}). "
            + "A model learns such errors as if they were true: find out how they came about, and correct all labels of that kind in train, dev and test.") with
        {
            ColumnName = found.Column,
            Data = [new("rows", found.Rows), new("mislabeled", found.Wrong), new("other_rows", found.OtherRows), new("other_mislabeled", found.OtherWrong), new("p", found.P)],
        });
    }
}
