using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Papers.Mailing;
using Norda.Platform;

namespace Norda.Features.Papers.Reminders;

/// <summary>Adds a step to the plan. It holds from the next morning on and asks nobody about what is past.</summary>
public class SaveReminderStep(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Most = 20;

    public async Task<Outcome> Run(int? days, PostKind kind, bool withInterest, CancellationToken cancel)
    {
        if (days is not { } when || when is < ReminderStepMap.Earliest or > ReminderStepMap.Latest)
            return Outcome.Refuse(texts["Liczba dni to najwyżej {0} przed terminem i {1} po terminie.", -ReminderStepMap.Earliest, ReminderStepMap.Latest], "dni");
        if (kind is not (PostKind.Reminder or PostKind.Demand or PostKind.FinalDemand))
            return Outcome.Refuse(texts["Wybierz rodzaj pisma."], "rodzaj");
        if (kind != PostKind.Reminder && when <= 0)
            return Outcome.Refuse(texts["Wezwanie wysyła się po terminie: wybierz dni po terminie."], "dni");
        if (await db.Set<ReminderStep>().CountAsync(cancel) >= Most)
            return Outcome.Refuse(texts["Plan ma już {0} kroków. Usuń któryś, zanim dodasz następny.", Most], "dni");
        db.Add(new ReminderStep { Days = when, Kind = kind, WithInterest = withInterest && kind != PostKind.Reminder, CreatedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Na ten dzień jest już krok w planie."], "dni");
        }
    }
}

/// <summary>Takes a step out of the plan; what was sent by it stays in the log.</summary>
public class RemoveReminderStep(AppDb db)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel)
    {
        if (await db.Set<ReminderStep>().SingleOrDefaultAsync(s => s.Id == id, cancel) is { } step)
        {
            db.Remove(step);
            await db.SaveChangesAsync(cancel);
        }

        return Outcome.Done;
    }
}
