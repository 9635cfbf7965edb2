using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Norda.Features.Directory.Import;

/// <summary>Part of a firm at one moment, kept with the batch as JSON: the values by field code, and what a row added to its lists.</summary>
internal sealed record FirmState
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the text is stored, never put into a page
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public int Version { get; init; }
    public DateTime? UpdatedAt { get; init; }
    public Dictionary<string, string?> Fields { get; init; } = [];
    public List<int>? Services { get; init; }
    public List<FirmContact>? Contacts { get; init; }

    public static FirmState Read(string json) => JsonSerializer.Deserialize<FirmState>(json, Json)!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);
}
