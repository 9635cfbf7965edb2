using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// What a feature adds to the menu: register one as a singleton. Text and Group are keys of <see cref="Texts"/>;
/// TabText is what fits under an icon on a phone.
/// </summary>
public sealed record NavItem(string Text, string Href, string Icon, int Order, string? TabText = null)
{
    /// <summary>Heading over this and its like: "Moja firma", "Biuro izby".</summary>
    public string? Group { get; init; }

    /// <summary>The work of whoever sees it: on a phone it takes the place of the third entry.</summary>
    public bool IsDaily { get; init; }

    /// <summary>The row of the access table that opens the page: who may not pass does not see the way.</summary>
    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Page, Act.Read);
}

/// <summary>The menu as this person sees it.</summary>
public sealed class Menu(IEnumerable<NavItem> items, Me me)
{
    private const int Bar = 3;

    public IReadOnlyList<NavItem> Items { get; } = [.. items.Where(i => AccessTable.Allows(me, i.Requires.Resource, i.Requires.Act)).OrderBy(i => i.Order)];

    /// <summary>Between home and the rest of the menu in the bar of a phone.</summary>
    public IEnumerable<NavItem> InBar(string home)
    {
        var first = Items.Where(i => i.Href != home).Take(Bar).ToList();
        return Items.FirstOrDefault(i => i.IsDaily) is { } daily ? first.Take(Bar - 1).Append(daily) : first;
    }

    /// <summary>The one entry that the page belongs to: the longest address that the page's begins with, so that a room within a room lights up alone.</summary>
    public NavItem? Of(PathString page) => Items.Where(i => page.StartsWithSegments(i.Href, StringComparison.OrdinalIgnoreCase)).MaxBy(i => i.Href.Length);
}
