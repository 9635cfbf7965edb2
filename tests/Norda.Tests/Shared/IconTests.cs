using System.Text.RegularExpressions;

namespace Norda.Tests.Shared;

public class IconTests
{
    private static readonly string Source = Path.Combine(Root(), "src", "Norda");

    [Fact]
    public void Every_icon_named_in_a_page_is_in_the_sprite()
    {
        var sprite = File.ReadAllLines(Path.Combine(Source, "Assets", "icons.txt")).Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
        var named = System.IO.Directory.EnumerateFiles(Path.Combine(Source, "Features"), "*.cs*", SearchOption.AllDirectories).SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 20, "the search for names found too little to mean anything");
        Assert.Empty(named.Except(sprite));
    }

    private static IEnumerable<string> NamesIn(string file) =>
        Regex.Matches(File.ReadAllText(file), """<icon name="(?<name>[a-z0-9-]+)"|new NavItem\("[^"]*", "[^"]*", "(?<name>[a-z0-9-]+)"|new EmptyState\("(?<name>[a-z0-9-]+)" """.TrimEnd(), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(found => found.Groups["name"].Value);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Norda.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
