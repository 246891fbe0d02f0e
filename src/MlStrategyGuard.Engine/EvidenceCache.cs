using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine;

/// <summary>
/// The evidence of the last check of one strategy file. It holds as long as the parts of the strategy that gathering
/// depends on say the same (wherever they stand and whatever comments are between them) and the files are as they were.
/// </summary>
/// <param name="path">Where it is kept.</param>
/// <param name="input">What gathering depends on.</param>
/// <param name="files">Stands for the state of all files before they were read.</param>
internal sealed class EvidenceCache(string path, GatheringInput input, string files)
{
    /// <summary>Larger evidence isn't kept.</summary>
    public const int MaxBytes = 8 << 20;

    private readonly PlacesByNumber _places = new();
    private string? _key;

    /// <summary>The evidence, if it still holds, with places of the strategy as it is now.</summary>
    public Evidence? Find()
    {
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists || info.Length > MaxBytes)
                return null;
            using var stream = info.OpenRead();
            var key = Key();
            var kept = JsonSerializer.Deserialize(stream, _places.Context.KeptEvidence);
            return kept?.Key == key ? kept.Evidence : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Keeps evidence. What is missing or can't be read may be there a moment later, so it isn't kept.</summary>
    public void Store(Evidence evidence)
    {
        if (evidence.MissingFiles.Count > 0 || evidence.Unreadable.Count > 0)
            return;

        try
        {
            var kept = new KeptEvidence { Key = Key(), Evidence = evidence };
            var bytes = JsonSerializer.SerializeToUtf8Bytes(kept, _places.Context.KeptEvidence);
            if (bytes.Length <= MaxBytes)
                AtomicFile.Write(path, bytes);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            // The next check reads the data again.
        }
    }

    /// <summary>Stands for the guard's version, the files' state and the input; numbers the input's places on the way.</summary>
    private string Key()
    {
        if (_key is not null)
            return _key;
        var version = $"{typeof(EvidenceCache).Module.ModuleVersionId}\n{typeof(Strategy).Module.ModuleVersionId}\n{files}\n";
        var declared = JsonSerializer.SerializeToUtf8Bytes(input, _places.Context.GatheringInput);
        _places.AreKnown = true;
        return _key = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(version), .. declared]));
    }

    /// <summary>
    /// Writes a place in the strategy file as its number among the places of the input: equal inputs have equal numbers,
    /// and the number leads to where the same thing stands now.
    /// </summary>
    private sealed class PlacesByNumber : JsonConverter<SourceSpan>
    {
        private readonly List<SourceSpan> _places = [];

        public PlacesByNumber() => Context = new EvidenceContext(new JsonSerializerOptions
        {
            Converters = { this },
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        });

        /// <summary>The types, with this converter.</summary>
        public EvidenceContext Context { get; }

        /// <summary>Whether all places have their number.</summary>
        public bool AreKnown { get; set; }

        public override SourceSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var number = reader.GetInt32();
            return number >= 0 && number < _places.Count ? _places[number] : throw new JsonException("There is no such place.");
        }

        public override void Write(Utf8JsonWriter writer, SourceSpan value, JsonSerializerOptions options)
        {
            if (!AreKnown)
            {
                writer.WriteNumberValue(_places.Count);
                _places.Add(value);
                return;
            }

            var number = _places.IndexOf(value);
            if (number < 0 || number != _places.LastIndexOf(value))
                throw new NotSupportedException("The place isn't one of the input, or not one alone.");
            writer.WriteNumberValue(number);
        }
    }
}

/// <summary>Evidence with what tells whether it still holds.</summary>
internal sealed record KeptEvidence
{
    /// <summary>Stands for everything that the evidence depends on.</summary>
    public required string Key { get; init; }

    /// <summary>The evidence.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>Serialization without reflection, so that a short run stays short.</summary>
[JsonSerializable(typeof(KeptEvidence))]
[JsonSerializable(typeof(GatheringInput))]
internal sealed partial class EvidenceContext : JsonSerializerContext;
