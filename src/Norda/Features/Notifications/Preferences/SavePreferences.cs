using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Notifications.Preferences;

public sealed class PreferencesForm
{
    /// <summary>By the name of the kind.</summary>
    public Dictionary<string, NotificationChannel> Channels { get; set; } = [];

    public bool IsQuiet { get; set; }
    public int From { get; set; } = 21;
    public int Until { get; set; } = 7;
}

/// <summary>Keeps how I want to be told, and when I want to be left in peace.</summary>
public class SavePreferences(AppDb db, Me me, ChooseChannels choose, IStringLocalizer<Texts> texts)
{
    private const int LastHour = 23;

    public async Task<Outcome> Run(PreferencesForm form, CancellationToken cancel)
    {
        if (form.IsQuiet && (form.From is < 0 or > LastHour || form.Until is < 0 or > LastHour || form.From == form.Until))
            return Outcome.Refuse(texts["Podaj dwie różne godziny: od której i do której ma być cicho."], "Form.Until");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var quiet = await db.Set<QuietHours>().SingleOrDefaultAsync(q => q.UserId == me.Id, cancel);
        if (!form.IsQuiet && quiet is not null)
            db.Remove(quiet);
        if (form.IsQuiet && quiet is null)
            db.Add(quiet = new QuietHours { UserId = me.Id!.Value });
        if (form.IsQuiet)
            (quiet!.From, quiet.Until) = (form.From, form.Until);
        try
        {
            await choose.Run(me.Id!.Value, form.Channels, cancel);
        }
        catch (DbUpdateException twice) when (Races.IsLost(twice))
        {
            return Outcome.Refuse(texts["Te ustawienia właśnie zapisano w innym oknie. Odśwież stronę."]);
        }

        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
