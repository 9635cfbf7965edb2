using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.Account;

/// <summary>Where I am signed in, and a way to end any of it.</summary>
[Access(Resource.Account, Act.Read)]
[ResponseCache(NoStore = true)]
public class SessionsModel(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (now, mine) = (clock.GetUtcNow().UtcDateTime, me.SessionId);
        Sessions = await db.Set<UserSession>().Where(s => s.UserId == me.Id && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt).Take(Most)
            .Select(s => new SessionView(s.Id, s.Browser, s.Address, s.CreatedAt, s.LastSeenAt, s.Id == mine)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        await db.Set<UserSession>().Where(s => s.Id == id && s.UserId == me.Id).ExecuteDeleteAsync(cancel);
        this.Say(texts["Wylogowano urządzenie."]);
        return RedirectToPage();
    }

    /// <summary>What a person calls their browser; the rest of the header says more than they want to read.</summary>
    public static string Device(string? browser)
    {
        var name = Known(browser, ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        var system = Known(browser, ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"));
        return string.Join(", ", new[] { name, system }.OfType<string>()) is { Length: > 0 } known ? known : "?";
    }

    private static string? Known(string? text, params (string Sign, string Name)[] signs) => Array.Find(signs, s => text?.Contains(s.Sign, StringComparison.Ordinal) == true).Name;
}

public sealed record SessionView(Guid Id, string? Browser, string? Address, DateTime CreatedAt, DateTime LastSeenAt, bool IsThis);
