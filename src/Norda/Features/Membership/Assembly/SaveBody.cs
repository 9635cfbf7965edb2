using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>Adds a body of the chamber.</summary>
public class SaveBody(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(string? typed, string? task, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (PlainText.Line(typed) is not { Length: > 0 and <= ChamberBodyMap.LongestName } name)
            return Outcome.Refuse(texts["Nazwij organ albo komisję (do 100 znaków)."], "Name");
        if (PlainText.Line(task) is { Length: > ChamberBodyMap.LongestTask })
            return Outcome.Refuse(texts["Opis ma do 500 znaków."], "Task");
        db.Add(new ChamberBody { Name = name, Task = PlainText.Line(task), SortOrder = await db.Set<ChamberBody>().CountAsync(cancel) });
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Organ o tej nazwie już jest."], "Name");
        }
    }
}

/// <summary>A person's term in a body, as it was decided.</summary>
public sealed record SeatOrder(int BodyId, string? PersonName, string? Function, DateOnly? Since, DateOnly? Until, ResolutionName? Resolution);

/// <summary>Enters a term, or says when one ends.</summary>
public class SaveTerm(AppDb db, Me me, NameResolution resolutions, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(SeatOrder order, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await FaultOf(order, cancel) is { } fault)
            return fault;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Resolution? resolution = null;
        if (PlainText.Line(order.Resolution?.Number) is not null)
        {
            (resolution, var outcome) = await resolutions.Run(order.Resolution!, cancel);
            if (resolution is null)
                return outcome;
        }

        db.Add(new BodySeat { BodyId = order.BodyId, PersonName = PlainText.Line(order.PersonName)!, Function = PlainText.Line(order.Function)!, Since = order.Since!.Value, Until = order.Until, ResolutionId = resolution?.Id });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Ta osoba ma już w tym organie kadencję od tego dnia."], "Since");
        }

        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>The term ends on the day.</summary>
    public async Task<Outcome> End(int seatId, DateOnly? last, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Set<BodySeat>().SingleOrDefaultAsync(s => s.Id == seatId, cancel) is not { } seat)
            return Outcome.Refuse(texts["Tej kadencji nie ma."]);
        if (last is not { Year: <= 2100 } day || day < seat.Since)
            return Outcome.Refuse(texts["Kadencja nie może się skończyć, zanim się zaczęła."]);
        seat.Until = day;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private async Task<Outcome?> FaultOf(SeatOrder order, CancellationToken cancel)
    {
        if (!await db.Set<ChamberBody>().AnyAsync(b => b.Id == order.BodyId, cancel))
            return Outcome.Refuse(texts["Wybierz organ z listy."], "BodyId");
        if (PlainText.Line(order.PersonName) is not { Length: > 0 and <= ChamberBodyMap.LongestName })
            return Outcome.Refuse(texts["Wpisz imię i nazwisko (do 100 znaków)."], "PersonName");
        if (PlainText.Line(order.Function) is not { Length: > 0 and <= ChamberBodyMap.LongestName })
            return Outcome.Refuse(texts["Wpisz funkcję, na przykład członek zarządu (do 100 znaków)."], "Function");
        if (order.Since is not { Year: >= 1989 and <= 2100 } since)
            return Outcome.Refuse(texts["Podaj początek kadencji, na przykład 12.06.2026."], "Since");
        return order.Until is { } until && (until < since || until.Year > 2100) ? Outcome.Refuse(texts["Kadencja nie może się skończyć, zanim się zaczęła."], "Until") : null;
    }
}
