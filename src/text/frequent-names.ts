/** Names that many people bear: given names of six languages, and given names and surnames of the region that the lists of those languages leave out. */
import { decodeWords } from './coded-words.ts';
import { GIVEN_NAMES } from './given-names.data.ts';

/** Romanisations of the news, folded. Written by hand from general knowledge, not counted from data: to be replaced by a counted list. */
const GIVEN_OF_THE_REGION =
  'abbas abbass abdallah abdel abdollah abdul abdullah abolfazl abolghasem abolhassan adel afshin ahmad ahmed akbar alaa ali alireza ' +
  'amin amir amirhossein arash aref arezoo aria armin arman arvin aryan asadollah asghar ashraf atefeh ayman azadeh azam aziz babak bahareh bahman bahram ' +
  'bakr behnam behnaz behrooz behrouz behzad bijan bilal dariush daryoush davood davoud ebrahim ehsan elham elnaz emad esmail esmaeil ' +
  'faezeh fahimeh farhad fariba farid farideh farrokh farshad farzad farzaneh fatemeh fatima fereshteh fereydoun ghasem gholam ' +
  'gholamreza habib habibollah hadi hadi haleh hamed hamid hamidreza hashem hassan hasan heidar hesam homa homayoun hooman hormoz hosein hossain ' +
  'hossein husain husayn hussain hussein ibrahim iman iraj ismail jafar jalal jamal jamil jamshid javad javaid jawad kamal kambiz kamran karim kaveh kazem ' +
  'kazim keyvan khadijeh khaled khalid khalil khosrow kianoush kourosh laleh leila leyla mahdi mahmoud mahmud mahnaz mahsa majid maliheh mansour ' +
  'manouchehr maryam masih masoud massoud masoumeh mehdi mehran mehrdad milad mina mitra moein mohamed mohammad mohammadreza mohammed mohsen ' +
  'mojgan mojtaba monireh morteza mostafa mousa mousavi muhammad mumtaz mustafa nader naser nasrin nasser navid nazanin neda nima niloufar omar omid osman ' +
  'parisa parviz parvin payam pedram pejman pouya qasem qassem rahim rahman ramin rashid reza roya ruhollah rustam saba sadegh saeed said saleh salman saman ' +
  'samira sara sasan shahin shahid shahram shahriar shahrokh shahrzad shirin siamak sima simin sohrab soraya tahereh taghi tariq vahid yahya yaser yasmin younes ' +
  'yousef yusuf zahra zeinab zia ahmet ayse emine fatma hasan hatice huseyin kemal mehmet murat oguz selim yusuf zeynep aleksandr aleksei andrei ' +
  'boris dmitri ekaterina igor ivan mikhail natalia nikolai oleg olga pavel sergei svetlana tatiana viktor vladimir yuri';
const SURNAMES_OF_THE_REGION =
  'abbasi abdi abedi abedini afshar aghaei ahmadi ahmadzadeh akbari alavi alizadeh amini amiri amirkhani ansari arabi asadi asghari ashtiani ' +
  'azari azizi babaei bagheri bahrami bakhtiari barzani beheshti danesh davari davoudi ebadi ebrahimi eftekhari emami esfahani eslami esmaili farahani ' +
  'fallah farhadi fathi fazeli ghaderi ghanbari ghasemi ghorbani golestani habibi haddad haddadi hajizadeh hamidi hashemi hassani hasani ' +
  'hatami heidari heydari hosseini hoseini hussaini ibrahimi isfahani jabari jafari jalali jalili jamali javadi kamali karami karimi kashani ' +
  'kazemi kermani khalili khan khani kiani kohan lotfi mahdavi mahmoudi maleki malek mansouri masoudi mehrabi mirzaei moghaddam mohammadi mohammadzadeh ' +
  'mohseni moradi moosavi mousavi mirza mokhtari najafi naderi nasiri nazari nejad nikzad norouzi nouri nuri omidi parsa pour pourmohammadi qasemi rad rahimi rahmani ' +
  'rajabi rahmati ramezani rashidi rastegar rezaei rezai rezaee rostami sabeti sadeghi sadr safari safavi salehi salimi samadi sarabi shafiei shahbazi shahidi shams ' +
  'sharif sharifi shariati sheikh shirazi soltani tabatabaei taheri tajik talebi tavakoli tehrani torabi vahidi vaziri yazdani yazdi yousefi zamani ' +
  'zand zare zarei ziaei ali hussein hassan khalil saleh aziz mahmoud ibrahim hossain hussain ahmed rahman chowdhury islam malik iqbal qureshi siddiqui ' +
  'demir kaya yilmaz celik sahin ozturk ivanov petrov sidorov smirnov kuznetsov popov';

const given: ReadonlySet<string> = new Set([...decodeWords(GIVEN_NAMES), ...GIVEN_OF_THE_REGION.split(' ')]);
const surnames: ReadonlySet<string> = new Set(SURNAMES_OF_THE_REGION.split(' '));

/** `folded`: as `fold.ts` folds. */
export function isGivenName(folded: string): boolean {
  return given.has(folded);
}

/** "Petrovich", "Петровна": what a father's name makes of a middle name, folded. */
export function isPatronymic(folded: string): boolean {
  return /(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ична)$/.test(folded);
}

/** A surname that tells few people apart: a frequent one, or one that is a given name. */
export function isFrequentSurname(folded: string): boolean {
  return surnames.has(folded) || given.has(folded);
}
