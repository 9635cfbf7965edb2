using Norda.Data;
using Norda.Features.Files;
using Norda.Features.Mail;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

public static class ClassifiedsModule
{
    private static readonly DateTime SampleEnd = new(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);

    public static void AddClassifieds(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClassifiedWords>();
        builder.Services.AddScoped<PostClassified>().AddScoped<ChangeClassified>().AddScoped<CloseClassified>().AddScoped<RenewClassified>().AddScoped<ChangeClassifiedPhotos>();
        builder.Services.AddScoped<ContactAuthor>().AddScoped<CountView>().AddScoped<RemindOfClassifieds>();
        builder.Services.AddScoped<IReportable, ReportedClassified>().AddSingleton<IFileUse, PhotosOfClassifieds>();
        builder.Services.AddScoped<IFreshDatabase, DemoClassifieds>();
        builder.Services.AddSingleton(ClassifiedNotices.Expiring);
        builder.Services.AddSingleton(new NavItem("Ogłoszenia", "/ogloszenia", "speakerphone", 40, "Ogłoszenia"));
        builder.Services.AddSingleton(new SitePage("Ogłoszenia", "/ogloszenia", "szukam,oferuję,współpraca,zlecenie,podwykonawca,sprzedam,kupię"));
        builder.Services.AddStart();
        builder.Services.AddScoped<ISearchSource, FindClassifieds>().AddScoped<INewsletterSource, ClassifiedsInNewsletter>();
        builder.Services.AddSingleton(new NothingFoundLink("Dodaj ogłoszenie „szukam”", "speakerphone", text => "~/ogloszenia/nowe?tytul=" + Uri.EscapeDataString(text)));
        builder.Services.AddSingleton(new LetterPreview("Odpowiedź na ogłoszenie", texts => ClassifiedLetters.Contact(texts, LetterPreview.Anna, new Reader(2, "bartek@norda.example", "Bartek Pokazowy"),
            "Szukam tokarza na trzy miesiące", "Dzień dobry, mamy wolną tokarkę od grudnia.", "2:1", LetterPreview.Origin + "/ogloszenia/1")));
        builder.Services.AddSingleton(new LetterPreview("Koniec ogłoszenia", texts => ClassifiedLetters.Expiring(texts, LetterPreview.Anna, "Szukam tokarza na trzy miesiące", SampleEnd, "1:1", LetterPreview.Origin + "/ogloszenia/1")));
    }

    private static void AddStart(this IServiceCollection services)
    {
        services.AddSingleton(new StartPanel(typeof(FreshClassifieds), 30) { Requires = (Resource.Classified, Act.Read) });
        services.AddSingleton(new StartTask("ogłoszenie skończy się w tym tygodniu|ogłoszenia skończą się w tym tygodniu|ogłoszeń skończy się w tym tygodniu", "/ogloszenia?czyje=moje", "speakerphone", "Przedłuż", 50, at =>
        {
            var (me, now) = (at.GetRequiredService<Me>().Id, Now(at));
            return Open(at).Where(c => c.AuthorId == me && c.ExpiresAt < now.AddDays(7)).Select(c => c.Id);
        }));
        services.AddSingleton(new StartFigure("nowe ogłoszenie|nowe ogłoszenia|nowych ogłoszeń", 20, at =>
        {
            var since = Now(at).AddDays(-7);
            return Open(at).Where(c => c.CreatedAt > since).Select(c => c.Id);
        }));
        services.AddSingleton(new SiteAction("Dodaj ogłoszenie", "/ogloszenia/nowe", "speakerphone", "szukam,oferuję,zlecenie,sprzedam,kupię", 10) { Adds = true, Requires = (Resource.Classified, Act.Create) });
    }

    private static IQueryable<Classified> Open(IServiceProvider at) => at.GetRequiredService<AppDb>().Set<Classified>().Open(Now(at));

    private static DateTime Now(IServiceProvider at) => at.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    public static void MapClassifieds(this WebApplication app) => app.MapClassifiedsApi();
}
