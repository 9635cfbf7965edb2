using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory.Demo;
using Norda.Features.Files;
using Norda.Features.Membership.Assembly;
using Norda.Platform;

namespace Norda.Features.Membership.Demo;

/// <summary>The demo chamber's library and its bodies: a statute in two versions, minutes for members, a board and an audit committee.</summary>
public class DemoPapers(AppDb db, StorePdf store, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public const string StatuteLabel = "tekst jednolity";

    private static readonly (string Body, string Task, (string Person, string Function)[] Seats)[] Bodies =
    [
        ("Zarząd", "Prowadzi sprawy izby i przyjmuje członków.", [("Natalia Pokazowa", "prezes zarządu"), ("Oskar Pokazowy", "wiceprezes"), ("Paulina Pokazowa", "skarbnik"), ("Robert Pokazowy", "członek zarządu")]),
        ("Komisja Rewizyjna", "Sprawdza finanse izby i zdaje sprawę walnemu zgromadzeniu.", [("Sylwia Pokazowa", "przewodnicząca"), ("Tomasz Pokazowy", "członek komisji")]),
        ("Komisja ds. szkół zawodowych", "Łączy firmy ze szkołami: praktyki, klasy patronackie, targi pracy.", [("Urszula Pokazowa", "przewodnicząca"), ("Wiktor Pokazowy", "członek komisji")]),
    ];

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<ChamberBody>().AnyAsync(cancel) || !await db.Set<Member>().AnyAsync(cancel))
            return;
        var year = clock.Today().Year;
        await AddDocument("Statut izby", DocumentKind.Statute, ResolutionVisibility.Public, cancel, ($"{year - 4}", new DateOnly(year - 4, 6, 20)), (StatuteLabel, new DateOnly(year - 1, 7, 1)));
        await AddDocument("Regulamin walnego zgromadzenia", DocumentKind.Rules, ResolutionVisibility.Public, cancel, ($"{year - 2}", new DateOnly(year - 2, 6, 12)));
        await AddDocument($"Protokol walnego zgromadzenia {year - 1}", DocumentKind.Minutes, ResolutionVisibility.Members, cancel, ("podpisany", new DateOnly(year - 1, 6, 14)));
        var elected = new Resolution { Number = $"2/{year - 2}", Body = "Walne Zgromadzenie", AdoptedOn = new DateOnly(year - 2, 6, 12), Title = "Wybór władz izby na kadencję czteroletnią", Visibility = ResolutionVisibility.Public, CreatedAt = Now };
        db.AddRange(elected, new Resolution
        {
            Number = $"5/{year - 1}", Body = "Walne Zgromadzenie", AdoptedOn = new DateOnly(year - 1, 6, 14), Title = "Przyjęcie sprawozdania zarządu i udzielenie absolutorium", Visibility = ResolutionVisibility.Public, CreatedAt = Now,
            Text = "Walne Zgromadzenie przyjmuje sprawozdanie zarządu i udziela mu absolutorium.\nZa: 61, przeciw: 2, wstrzymało się: 4.",
        });
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        foreach (var ((name, task, seats), place) in Bodies.Select((b, i) => (b, i)))
        {
            var body = new ChamberBody { Name = name, Task = task, SortOrder = place };
            body.Seats.AddRange(seats.Select(s => new BodySeat { PersonName = s.Person, Function = s.Function, Since = elected.AdoptedOn, Until = elected.AdoptedOn.AddYears(4).AddDays(-1), ResolutionId = elected.Id }));
            db.Add(body);
        }

        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task AddDocument(string title, DocumentKind kind, ResolutionVisibility visibility, CancellationToken cancel, params (string Label, DateOnly From)[] versions)
    {
        var document = new ChamberDocument { Title = title.Replace("Protokol", "Protokół", StringComparison.Ordinal), Kind = kind, Visibility = visibility, CreatedAt = Now };
        foreach (var (label, from) in versions)
        {
            using var paper = new MemoryStream(Pdf($"{title}, {label}"));
            var (file, _) = await store.Run(new FormFile(paper, 0, paper.Length, "pdf", "pokaz.pdf"), cancel);
            document.Versions.Add(new DocumentVersion { Label = label, ValidFrom = from, FileId = file!.Id, CreatedAt = Now });
        }

        db.Add(document);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }

    /// <summary>One page with one line, in letters that the font of every reader has.</summary>
    private static byte[] Pdf(string line)
    {
        var content = $"BT /F1 18 Tf 72 760 Td ({line}) Tj 0 -28 Td /F1 11 Tf (Dokument pokazowy izby, bez mocy prawnej.) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var (text, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (body, number) in objects.Select((o, i) => (o, i + 1)))
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
