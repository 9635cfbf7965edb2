using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Directory.Editor;

/// <summary>Adds, describes, orders and removes a firm's photographs, and its logo.</summary>
public class ChangePhotos(AppDb db, SaveFirm save, StorePicture store, IStringLocalizer<Texts> texts)
{
    private const int Most = 12;
    private const int LongestAlt = 200;
    private const int PhotoSide = 1600;
    private const int LogoSide = 512;

    public async Task<Outcome> Add(int companyId, IFormFile? upload, string? alt, CancellationToken cancel)
    {
        if (PlainText.Line(alt) is not { Length: <= LongestAlt } text)
            return Outcome.Refuse(texts["Napisz, co jest na zdjęciu, do {0} znaków.", LongestAlt], "opis");
        var (file, refusal) = await store.Run(upload, PhotoSide, cancel);
        if (file is null)
            return Outcome.Refuse(refusal!, "plik");
        return await Change(companyId, firm =>
        {
            if (firm.Photos.Count >= Most)
                return Outcome.Refuse(texts["Na stronie firmy mieści się {0} zdjęć. Usuń któreś, żeby dodać nowe.", Most]);
            firm.Photos.Add(new CompanyPhoto { CompanyId = companyId, FileId = file.Id, Alt = text, Width = file.Width!.Value, Height = file.Height!.Value, Position = firm.Photos.Select(p => p.Position).DefaultIfEmpty().Max() + 1 });
            return Outcome.Done;
        }, cancel);
    }

    /// <param name="seen">The description that the page showed.</param>
    public Task<Outcome> Describe(int companyId, int photo, string? alt, string? seen, CancellationToken cancel) => ChangeOne(companyId, photo, (_, found) =>
    {
        if (found.Alt != seen)
            return Outcome.Refuse(texts["Ktoś właśnie zmienił ten opis na „{0}”. Popraw swój albo zapisz go jeszcze raz.", found.Alt]);
        if (PlainText.Line(alt) is not { Length: <= LongestAlt } text)
            return Outcome.Refuse(texts["Napisz, co jest na zdjęciu, do {0} znaków.", LongestAlt], $"opis-{photo}");
        found.Alt = text;
        return Outcome.Done;
    }, cancel);

    public Task<Outcome> PutFirst(int companyId, int photo, CancellationToken cancel) => ChangeOne(companyId, photo, (firm, found) =>
    {
        found.Position = firm.Photos.Min(p => p.Position) - 1;
        return Outcome.Done;
    }, cancel);

    public Task<Outcome> Remove(int companyId, int photo, CancellationToken cancel) => ChangeOne(companyId, photo, (firm, found) =>
    {
        firm.Photos.Remove(found);
        db.Remove(found);
        return Outcome.Done;
    }, cancel);

    public async Task<Outcome> SetLogo(int companyId, IFormFile? upload, CancellationToken cancel)
    {
        var (file, refusal) = await store.Run(upload, LogoSide, cancel);
        return file is null ? Outcome.Refuse(refusal!, "logo") : await Change(companyId, firm =>
        {
            firm.Logo = $"/pliki/{file.Id}.webp";
            return Outcome.Done;
        }, cancel);
    }

    public Task<Outcome> DropLogo(int companyId, CancellationToken cancel) => Change(companyId, firm =>
    {
        firm.Logo = null;
        return Outcome.Done;
    }, cancel);

    private Task<Outcome> ChangeOne(int companyId, int photo, Func<Company, CompanyPhoto, Outcome> change, CancellationToken cancel) =>
        Change(companyId, firm => firm.Photos.Find(p => p.Id == photo) is { } found ? change(firm, found) : Outcome.Refuse(texts["Tego zdjęcia już nie ma."]), cancel);

    private async Task<Outcome> Change(int companyId, Func<Company, Outcome> change, CancellationToken cancel)
    {
        if (await save.Load(companyId, cancel) is not { } firm)
            return Outcome.Refuse(texts["Tej firmy nie ma już w katalogu."]);
        if (change(firm) is { Refused: true } refused)
            return refused;
        return await save.Run(firm, cancel) ? Outcome.Done : Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
    }
}
