using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>
/// YAML to JSON as an editor's schema check sees it: plain scalars are typed by the core schema of YAML 1.2.2
/// (section 10.3.2), all others are strings.
/// </summary>
internal static partial class CoreJson
{
    public static JToken Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 0 ? JValue.CreateNull() : Of(stream.Documents[0].RootNode);
    }

    private static JToken Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(child =>
            new JProperty(((YamlScalarNode)child.Key).Value!, Of(child.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Of)),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => OfPlain(scalar.Value!),
        _ => JValue.CreateString(((YamlScalarNode)node).Value!),
    };

    private static JValue OfPlain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return JValue.CreateNull();
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return new JValue(bool.Parse(text));
        if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer))
            return new JValue(integer);
        return Float().IsMatch(text)
            ? new JValue(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : JValue.CreateString(text);
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Float();
}
