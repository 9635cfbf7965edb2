using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddClassifieds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "mail_outbox",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "classifieds",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    author_id = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: true),
                    listing_type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    budget_info = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    location_info = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    views_count = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_anonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    reminded_of = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hidden_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hidden_by = table.Column<int>(type: "INTEGER", nullable: true),
                    hidden_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    once = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classifieds", x => x.id);
                    table.ForeignKey(
                        name: "fk_classifieds_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_classifieds_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_classifieds_users_hidden_by",
                        column: x => x.hidden_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "classified_photos",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    classified_id = table.Column<int>(type: "INTEGER", nullable: false),
                    file_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    alt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classified_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_classified_photos_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_classified_photos_stored_file_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "classified_views",
                columns: table => new
                {
                    classified_id = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classified_views", x => new { x.classified_id, x.user_id, x.day });
                    table.ForeignKey(
                        name: "fk_classified_views_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_classified_views_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "introductions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    classified_id = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    slot = table.Column<int>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answered_by = table.Column<int>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    author_says = table.Column<bool>(type: "INTEGER", nullable: true),
                    firm_says = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_introductions", x => x.id);
                    table.ForeignKey(
                        name: "fk_introductions_classifieds_classified_id",
                        column: x => x.classified_id,
                        principalTable: "classifieds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_introductions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_introductions_users_answered_by",
                        column: x => x.answered_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "business_thanks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    to_company_id = table.Column<int>(type: "INTEGER", nullable: false),
                    author_id = table.Column<int>(type: "INTEGER", nullable: false),
                    introduction_id = table.Column<int>(type: "INTEGER", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", precision: 12, scale: 2, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    once = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_business_thanks", x => x.id);
                    table.ForeignKey(
                        name: "fk_business_thanks_companies_from_company_id",
                        column: x => x.from_company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_business_thanks_companies_to_company_id",
                        column: x => x.to_company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_business_thanks_introductions_introduction_id",
                        column: x => x.introduction_id,
                        principalTable: "introductions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_business_thanks_users_author_id",
                        column: x => x.author_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_author_id_once",
                table: "business_thanks",
                columns: new[] { "author_id", "once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_created_at",
                table: "business_thanks",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_from_company_id_introduction_id",
                table: "business_thanks",
                columns: new[] { "from_company_id", "introduction_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_introduction_id",
                table: "business_thanks",
                column: "introduction_id");

            migrationBuilder.CreateIndex(
                name: "ix_business_thanks_to_company_id_created_at",
                table: "business_thanks",
                columns: new[] { "to_company_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_classified_photos_classified_id",
                table: "classified_photos",
                column: "classified_id");

            migrationBuilder.CreateIndex(
                name: "ix_classified_photos_file_id",
                table: "classified_photos",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_classified_views_day",
                table: "classified_views",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_classified_views_user_id",
                table: "classified_views",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_author_id_once",
                table: "classifieds",
                columns: new[] { "author_id", "once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_company_id",
                table: "classifieds",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_expires_at",
                table: "classifieds",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_hidden_by",
                table: "classifieds",
                column: "hidden_by");

            migrationBuilder.CreateIndex(
                name: "ix_classifieds_is_active_created_at",
                table: "classifieds",
                columns: new[] { "is_active", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_introductions_answered_by",
                table: "introductions",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_introductions_classified_id_company_id",
                table: "introductions",
                columns: new[] { "classified_id", "company_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_introductions_classified_id_slot",
                table: "introductions",
                columns: new[] { "classified_id", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_introductions_company_id_asked_at",
                table: "introductions",
                columns: new[] { "company_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_introductions_status_answered_at",
                table: "introductions",
                columns: new[] { "status", "answered_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "business_thanks");

            migrationBuilder.DropTable(
                name: "classified_photos");

            migrationBuilder.DropTable(
                name: "classified_views");

            migrationBuilder.DropTable(
                name: "introductions");

            migrationBuilder.DropTable(
                name: "classifieds");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "mail_outbox");
        }
    }
}
