namespace Norda.Features.Shared;

/// <summary>One step of the way to this page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

public sealed record ButtonLink(string Text, string Href, string? Icon = null);

/// <summary>Nothing here yet: what will be, and one step towards it. The first action is the main one.</summary>
public sealed record EmptyState(string Icon, string Title, string Text, params IReadOnlyList<ButtonLink> Actions)
{
    /// <summary>2 on a page of its own, 3 inside a section with a heading.</summary>
    public int Level { get; init; } = 2;
}

/// <summary>Paging that is plain links; Address gives the address of a page by its number.</summary>
public sealed record PagerState(int Page, int Pages, Func<int, string> Address)
{
    /// <summary>First, last and the neighbours; a zero stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var last = 0;
        for (var number = 1; number <= Pages; number++)
        {
            if (number != 1 && number != Pages && Math.Abs(number - Page) > 1)
                continue;
            if (number - last > 1)
                yield return 0;
            yield return last = number;
        }
    }
}

/// <summary>A field that another person saved in the meantime: what stands there now, and what was typed.</summary>
public sealed record Differing(string Label, string? Theirs, string? Mine);
