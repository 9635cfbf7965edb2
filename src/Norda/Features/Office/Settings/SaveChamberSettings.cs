using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>
/// Saves settings of the chamber, its look and its mail: this instance has them at once, the others within a minute. A blank
/// value takes the setting back to what the configuration file says.
/// </summary>
public class SaveChamberSettings(AppDb db, ApplyChamberSettings apply, SettingSecrets secrets, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="values">By key of <see cref="KnownSetting"/>; what is not named stays as it is.</param>
    /// <returns>A refusal names the key as its field.</returns>
    public async Task<Outcome> Run(IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        foreach (var (key, value) in values)
            if (!string.IsNullOrWhiteSpace(value) && KnownSetting.All[key].FaultOf(value.Trim()) is { } fault)
                return Outcome.Refuse(texts[fault], key);
        var keys = values.Keys.ToList();
        var rows = await db.Set<ChamberSetting>().Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, cancel);
        foreach (var (key, value) in values)
            Set(rows.GetValueOrDefault(key), KnownSetting.All[key], value?.Trim());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException both) when (both is DbUpdateConcurrencyException || Races.IsUnique(both))
        {
            db.ChangeTracker.Clear();
            return Outcome.Refuse(texts["Ktoś inny właśnie zapisał te ustawienia. Sprawdź je i zapisz jeszcze raz."]);
        }

        await apply.Run(cancel);
        return Outcome.Done;
    }

    private void Set(ChamberSetting? row, KnownSetting setting, string? value)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (string.IsNullOrEmpty(value))
        {
            if (row is not null)
                db.Remove(row);
            return;
        }

        if (row is null)
            db.Add(row = new ChamberSetting { Key = setting.Key });
        else if (!setting.IsSecret && row.Value == value)
            return;
        (row.Value, row.UpdatedAt) = (setting.IsSecret ? secrets.Write(value) : value, now);
    }
}
