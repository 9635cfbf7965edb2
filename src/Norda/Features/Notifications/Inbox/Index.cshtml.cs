using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Inbox;

/// <summary>What I was told, the newest first.</summary>
[Access(Resource.Notification, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, ReadNotices read, IEnumerable<NotificationKind> kinds, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;
    private const int MostPages = 500;

    /// <summary>"nowe" for unread alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tylko { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rodzaj { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    public IReadOnlyList<NoticeView> Notices { get; private set; } = [];
    /// <summary>Of which the person was told anything.</summary>
    public IReadOnlyList<NotificationKind> Kinds { get; private set; } = [];

    public int Unread { get; private set; }
    public int Pages { get; private set; }
    public int Newest => Notices.Count == 0 ? 0 : Notices.Max(n => n.Id);
    public bool OnlyUnread => Tylko == "nowe";
    public bool IsFiltered => OnlyUnread || Rodzaj is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Strona = Math.Clamp(Strona, 1, MostPages);
        var told = db.Set<UserNotification>().AsNoTracking().Of(me.Id);
        Unread = await told.Unread().CountAsync(cancel);
        var there = await told.Select(n => n.Kind).Distinct().ToListAsync(cancel);
        Kinds = [.. kinds.Where(k => there.Contains(k.Name))];
        if (OnlyUnread)
            told = told.Unread();
        if (Rodzaj is { } kind)
            told = told.Where(n => n.Kind == kind);
        var total = await told.CountAsync(cancel);
        Pages = Math.Min((total + AtOnce - 1) / AtOnce, MostPages);
        Notices = await told.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce)
            .Select(n => new NoticeView(n.Id, n.Kind, n.NotificationType, n.Title, n.Message, n.IsRead, n.CreatedAt)).ToListAsync(cancel);
    }

    /// <summary>A click on a notice: it is read, and the place opens.</summary>
    public async Task<IActionResult> OnPostOpenAsync(int id, CancellationToken cancel)
    {
        if (await db.Set<UserNotification>().Of(me.Id).Where(n => n.Id == id).Select(n => n.ActionUrl).SingleOrDefaultAsync(cancel) is not { } place)
            return NotFound();
        await read.One(id, cancel);
        return LocalRedirect(Url.Content("~" + place));
    }

    public async Task<IActionResult> OnPostReadAsync(int id, CancellationToken cancel)
    {
        await read.One(id, cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostReadAllAsync(int newest, CancellationToken cancel)
    {
        var marked = await read.UpTo(newest, cancel);
        this.Say(texts["Przeczytane: {0}.", Plural.Of(marked, texts["powiadomienie|powiadomienia|powiadomień"])]);
        return Back();
    }

    public string Address(string? only = null, string? kind = null, int page = 1) =>
        Url.Content("~/powiadomienia") + new QueryString().AddIf("tylko", only).AddIf("rodzaj", kind).AddIf("strona", page > 1 ? $"{page}" : null);

    public string TitleOf(string kind) => Kinds.FirstOrDefault(k => k.Name == kind) is { } known ? texts[known.Title] : "";

    private LocalRedirectResult Back() => LocalRedirect(Address(Tylko, Rodzaj, Strona));

    public static string Icon(string type) => type switch
    {
        "event" => "calendar-event",
        "message" => "messages",
        "news" => "news",
        _ => "info-circle",
    };
}

public sealed record NoticeView(int Id, string Kind, string Type, string Title, string? Message, bool IsRead, DateTime CreatedAt);

internal static class Queries
{
    public static QueryString AddIf(this QueryString query, string name, string? value) => value is null ? query : query.Add(name, value);
}
