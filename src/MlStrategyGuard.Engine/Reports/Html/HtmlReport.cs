using System.Reflection;
using System.Text;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>
/// The result of a check as a page to look at: one file that loads nothing, with its pictures as SVG and a table behind
/// each. It holds sums over rows and no row; the same check writes the same bytes.
/// </summary>
internal static class HtmlReport
{
    private const int MostBytes = 1_000_000;

    /// <summary>The page as UTF-8.</summary>
    public static byte[] Write(ReportView view)
    {
        // What few look at goes first: the pictures of the columns that differ least.
        foreach (var (pictures, columns, findings) in new[] { (60, 300, 200), (30, 300, 200), (12, 150, 150), (4, 60, 100) })
        {
            var page = Encoding.UTF8.GetBytes(Page(view with { MostPictures = pictures, MostColumns = columns, MostFindings = findings }));
            if (page.Length <= MostBytes)
                return page;
        }

        return Encoding.UTF8.GetBytes(Page(view with { MostPictures = 0, MostColumns = 20, MostFindings = 50 }));
    }

    private static string Page(ReportView view)
    {
        var html = new HtmlWriter();
        html.Open("html", ("lang", "en"));
        WriteHead(html, view);
        html.Open("body").Leaf("a", "To the report", ("class", "skip"), ("href", "#report"));
        VerdictPart.Write(html, view);
        html.Open("main", ("id", "report"));
        foreach (var part in Parts)
            part(html, view);
        html.Close();
        html.Open("footer").Leaf("p", $"Written by MlStrategyGuard {Version}. It holds sums over rows, names of columns and of frequent levels, and no row of data. The same check writes the same bytes.").Close();
        return html.Close().Close().Finish();
    }

    private static IReadOnlyList<Action<HtmlWriter, ReportView>> Parts { get; } =
    [
        LadderPart.Write, ComparisonsPart.Write, LeaksPart.Write, CandidatesPart.Write, ErrorAnalysisPart.Write,
        LabelsPart.Write, PlansPart.Write, FindingsPart.Write, AcceptedPart.Write, AbsentPart.Write,
    ];

    private static string Version => typeof(HtmlReport).Assembly.GetName().Version?.ToString(3) ?? "";

    private static void WriteHead(HtmlWriter html, ReportView view)
    {
        html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));

        // Nothing is loaded from anywhere, whatever a name in the data might try.
        html.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"));
        html.Empty("link", ("rel", "icon"), ("href", "data:,"));
        html.Leaf("title", $"{view.Name}: strategy report");
        html.Style(Css).Close();
    }

    private static string Css { get; } = ReadCss();

    private static string ReadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
