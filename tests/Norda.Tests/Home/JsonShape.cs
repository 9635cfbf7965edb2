using System.Text.Json;
using System.Text.RegularExpressions;

namespace Norda.Tests.Home;

/// <summary>Does a value look as a JSON Schema of the API's description says? The part of JSON Schema that the description uses.</summary>
internal sealed class JsonShape(JsonElement document)
{
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Faults(value, Resolve(reference.GetString()!), at);
        if (schema.TryGetProperty("oneOf", out var either))
            return either.EnumerateArray().Any(one => !Faults(value, one, at).Any()) ? [] : [$"{at}: none of oneOf"];
        if (schema.TryGetProperty("type", out var types) && !Types(types).Any(type => IsOf(value, type)))
            return [$"{at}: {value.ValueKind} is not {types}"];
        return Texts(value, schema, at).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, schema, at),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, i) => Faults(item, items, $"{at}[{i}]")),
            _ => [],
        });
    }

    private static IEnumerable<string> Texts(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
            yield return $"{at}: {value} is not one of {allowed}";
        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
            yield return $"{at}: {value} does not match {pattern}";
    }

    private IEnumerable<string> Members(JsonElement value, JsonElement schema, string at)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        if (schema.TryGetProperty("required", out var required))
            foreach (var missing in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
                yield return $"{at}: {missing} is missing";
        foreach (var member in value.EnumerateObject())
        {
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out var of))
                foreach (var fault in Faults(member.Value, of, $"{at}.{member.Name}"))
                    yield return fault;
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False)
                yield return $"{at}: {member.Name} is not described";
            else if (others.ValueKind == JsonValueKind.Object)
                foreach (var fault in Faults(member.Value, others, $"{at}.{member.Name}"))
                    yield return fault;
        }
    }

    private JsonElement Resolve(string reference) => reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement types) => types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Select(t => t.GetString()!) : [types.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };
}
