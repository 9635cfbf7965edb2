using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications.Push;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Preferences;

/// <summary>Of what I am told, how, and when not.</summary>
[Access(Resource.Notification, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, SavePreferences save, AddDevice add, RemoveDevice remove, PushKeys keys, IEnumerable<NotificationKind> kinds, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostDevices = 50;

    [BindProperty]
    public PreferencesForm Form { get; set; } = new();

    public IReadOnlyList<NotificationKind> Kinds { get; } = [.. kinds.Where(k => AccessTable.Allows(me, k.Requires.Resource, k.Requires.Act))];
    public IReadOnlyList<DeviceView> Devices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var chosen = await db.Set<NotificationPreference>().Where(p => p.UserId == me.Id).ToDictionaryAsync(p => p.Kind, p => p.Channel, cancel);
        Form.Channels = Kinds.ToDictionary(k => k.Name, k => chosen.GetValueOrDefault(k.Name, k.Default), StringComparer.Ordinal);
        if (await db.Set<QuietHours>().AsNoTracking().SingleOrDefaultAsync(q => q.UserId == me.Id, cancel) is { } quiet)
            (Form.IsQuiet, Form.From, Form.Until) = (true, quiet.From, quiet.Until);
        await ShowDevices(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await save.Run(Form, cancel) is { Refusal: { } refusal } refused)
            ModelState.AddModelError(refused.Field ?? "", refusal);
        if (!ModelState.IsValid)
        {
            await ShowDevices(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Zapisano ustawienia powiadomień."]);
        return RedirectToPage();
    }

    /// <summary>The public key that the browser asks its push server with.</summary>
    public async Task<IActionResult> OnPostKeyAsync(CancellationToken cancel) => new JsonResult(new { key = (await keys.Get(cancel)).PublicKey });

    public async Task<IActionResult> OnPostDeviceAsync(string? endpoint, string? p256dh, string? auth, CancellationToken cancel) =>
        await add.Run(endpoint, p256dh, auth, Request.Headers.UserAgent.ToString(), cancel) is { Refusal: { } refusal } ? BadRequest(refusal) : new JsonResult(new { added = true });

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancel)
    {
        await remove.Run(id, cancel);
        this.Say(texts["To urządzenie nie pokaże już powiadomień."]);
        return RedirectToPage();
    }

    private async Task ShowDevices(CancellationToken cancel) => Devices = await db.Set<PushSubscription>().Where(d => d.UserId == me.Id).OrderByDescending(d => d.Id).Take(MostDevices)
        .Select(d => new DeviceView(d.Id, d.Browser, d.CreatedAt)).ToListAsync(cancel);

    public static string Word(NotificationChannel channel) => channel switch
    {
        NotificationChannel.MailNow => "W serwisie i od razu e-mailem",
        NotificationChannel.Daily => "W serwisie i raz dziennie e-mailem",
        NotificationChannel.Weekly => "W serwisie i raz w tygodniu e-mailem",
        NotificationChannel.InApp => "Tylko w serwisie",
        _ => "Wcale",
    };
}

public sealed record DeviceView(int Id, string? Browser, DateTime CreatedAt);
