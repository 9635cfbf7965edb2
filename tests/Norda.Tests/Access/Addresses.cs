namespace Norda.Tests.Access;

/// <summary>An address for every route.</summary>
internal static class Addresses
{
    /// <summary>Values for the places in addresses; what is not named here is filled with something that is not there.</summary>
    private static readonly Dictionary<string, string> Places = new()
    {
        ["slug"] = "pixlab-sp-z-o-o",
        ["adres"] = "1-nie-ma",
        ["code:int"] = "404",
        ["dzial:regex(^(dane|adres|opis)$)"] = "opis",
        ["lista:regex(^(uslugi|kompetencje|certyfikaty|nagrody|kontakty|profile|aktualnosci)$)"] = "uslugi",
        ["lista:regex(^(branze|uslugi|kompetencje)$)"] = "branze",
        ["id:length(32)"] = "00000000000000000000000000000000",
        ["branza"] = "informatyka",
        ["miejscowosc"] = "wejherowo",
        ["documentName"] = "v1",
        ["rodzaj"] = "temat",
        ["topic"] = "1",
    };

    public static string Of(string route) => string.Join('/', route.Split('/').Select(Filled));

    private static string Filled(string segment)
    {
        var start = segment.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
            return segment;
        var end = segment.IndexOf('}', StringComparison.Ordinal);
        return segment[..start] + Value(segment[(start + 1)..end].TrimStart('*').TrimEnd('?')) + segment[(end + 1)..];
    }

    private static string Value(string place) => Places.GetValueOrDefault(place, place.EndsWith(":int", StringComparison.Ordinal) ? "1" : "nie-ma-takiej");
}
