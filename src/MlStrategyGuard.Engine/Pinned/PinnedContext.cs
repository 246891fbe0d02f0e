using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>Serialization of profiles without reflection.</summary>
[JsonSerializable(typeof(PinnedProfile))]
[JsonSerializable(typeof(PinnedColumn))]
internal sealed partial class PinnedContext : JsonSerializerContext
{
    /// <summary>The context with the format's options.</summary>
    public static PinnedContext Strict { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<ColumnKind>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<DeclaredKind>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
        },
    });
}
