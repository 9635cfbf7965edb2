using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Norda.Tests.Architecture;

/// <summary>The Polish text is its own key; without an English twin an English page would show Polish.</summary>
public partial class TranslationTests
{
    [Fact]
    public void Every_text_has_an_English_twin()
    {
        var texts = Sources.Files(".cs", "src").Concat(Sources.Files(".cshtml", "src")).SelectMany(file => Texts(file.Text)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(texts);
        Rule.Holds(Untranslated(texts, Twins(Sources.Read("src/Norda/Platform/Texts.en.resx"))));
    }

    /// <summary>MSBuild drops the second of two keys that differ in capitals alone, and only warns.</summary>
    [Fact]
    public void No_two_keys_differ_in_capitals_alone() =>
        Assert.Empty(Twins(Sources.Read("src/Norda/Platform/Texts.en.resx")).Keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Twins_keep_the_places_for_values() =>
        Assert.All(Twins(Sources.Read("src/Norda/Platform/Texts.en.resx")), twin => Assert.Equal(Places(twin.Key), Places(twin.Value)));

    [Fact]
    public void A_planted_text_without_a_twin_is_seen() => Assert.Equal(
        ["Bez \"bliźniaka\"", "Menu", "Przypomnienia"],
        Untranslated(Texts("""<p title="@T["Zapisz"]">@T["Bez \"bliźniaka\""]</p> new NavItem("Menu", "/") new NotificationKind("reminder", "Przypomnienia", "event") """), new() { ["Zapisz"] = "Save" }));

    private static List<string> Untranslated(IEnumerable<string> texts, Dictionary<string, string> twins) =>
        [.. texts.Where(text => string.IsNullOrWhiteSpace(twins.GetValueOrDefault(text))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Texts(string source) => Key().Matches(source).Select(match => Regex.Unescape(match.Groups[1].Value));

    private static Dictionary<string, string> Twins(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?:\b(?:T|[Tt]exts)\[|\b(?:NavItem|SitePage|StartTask|StartFigure|FirstStep|SiteAction)\(|\bNotificationKind(?: \w+ = new)?\(""[^""]*"", )""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();
}
