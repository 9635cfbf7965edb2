using Norda.Data;
using Norda.Features.Files;
using Norda.Features.Mail;
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
        builder.Services.AddSingleton(new NothingFoundLink("Dodaj ogłoszenie „szukam”", "speakerphone", text => "~/ogloszenia/nowe?tytul=" + Uri.EscapeDataString(text)));
        builder.Services.AddSingleton(new LetterPreview("Odpowiedź na ogłoszenie", texts => ClassifiedLetters.Contact(texts, LetterPreview.Anna, new Reader(2, "bartek@norda.example", "Bartek Pokazowy"),
            "Szukam tokarza na trzy miesiące", "Dzień dobry, mamy wolną tokarkę od grudnia.", "2:1", LetterPreview.Origin + "/ogloszenia/1")));
        builder.Services.AddSingleton(new LetterPreview("Koniec ogłoszenia", texts => ClassifiedLetters.Expiring(texts, LetterPreview.Anna, "Szukam tokarza na trzy miesiące", SampleEnd, "1:1", LetterPreview.Origin + "/ogloszenia/1")));
    }

    public static void MapClassifieds(this WebApplication app) => app.MapClassifiedsApi();
}
