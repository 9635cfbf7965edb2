using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
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
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "classifieds",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: true),
                    listing_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    category = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    budget_info = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    location_info = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    views_count = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    is_anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    search_text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    reminded_of = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hidden_by = table.Column<int>(type: "integer", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    once = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    alt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false)
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
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    classified_id = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    slot = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    answered_by = table.Column<int>(type: "integer", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    outcome_asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    author_says = table.Column<bool>(type: "boolean", nullable: true),
                    firm_says = table.Column<bool>(type: "boolean", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from_company_id = table.Column<int>(type: "integer", nullable: false),
                    to_company_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<int>(type: "integer", nullable: false),
                    introduction_id = table.Column<int>(type: "integer", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    once = table.Column<Guid>(type: "uuid", nullable: false)
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
