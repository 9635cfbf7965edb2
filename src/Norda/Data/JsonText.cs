using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Norda.Data;

/// <summary>A small structure kept as JSON in one text column, alike on both databases.</summary>
public sealed class JsonText<T>() : ValueConverter<T, string>(value => JsonTexts.Write(value), text => JsonTexts.Read<T>(text)) where T : new();

/// <summary>Two structures are the same when they are written the same.</summary>
public sealed class JsonTextComparer<T>() : ValueComparer<T>(
    (one, other) => JsonTexts.Write(one) == JsonTexts.Write(other), value => JsonTexts.Write(value).GetHashCode(StringComparison.Ordinal), value => JsonTexts.Read<T>(JsonTexts.Write(value))) where T : new();

internal static class JsonTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) where T : new() => JsonSerializer.Deserialize<T>(text, Options) ?? new T();
}
